package io.parcours.run;

/** Hears how far a run is. Calls may come from several threads. */
public interface RunProgress {

    /** Hears nothing. */
    RunProgress SILENT = new RunProgress() {
        @Override
        public void phase(String name) {}

        @Override
        public void tasks(int finished, int all) {}

        @Override
        public void rows(long count, String what) {}

        @Override
        public void warning(String message) {}
    };

    /** A phase begins. */
    void phase(String name);

    /** So many of the phase's tasks are done. */
    void tasks(int finished, int all);

    /** So many rows were dealt with in the phase so far, such as records or touchpoints. */
    void rows(long count, String what);

    /** Something the user should know that does not stop the run; one line without personal data. */
    void warning(String message);
}
