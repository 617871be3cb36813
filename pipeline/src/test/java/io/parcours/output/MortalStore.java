package io.parcours.output;

import java.util.List;
import java.util.Optional;

/**
 * A store that fails at the n-th step that changes something: in the middle of it, where it has a middle, or before it.
 */
final class MortalStore implements OutputStore {
    /** What becomes of the run that meets the failure. */
    enum Fate {
        /** It is gone: nothing it would do afterwards happens, not even its cleaning up. */
        DIES,
        /** It sees an exception and goes on, as when a disk was full for a moment. */
        GOES_ON
    }

    /** How the system moves folders. */
    enum Moves {
        IN_ONE_STEP,
        /** As object stores do: copy a file, copy the next, delete the first... and a deletion goes file by file. */
        FILE_BY_FILE
    }

    private final OutputStore store;
    private final Moves moves;
    private final Fate fate;
    private final int lastStep;
    private int steps;

    MortalStore(OutputStore store, Moves moves, Fate fate, int lastStep) {
        this.store = store;
        this.moves = moves;
        this.fate = fate;
        this.lastStep = lastStep;
    }

    static OutputStore immortal(OutputStore store) {
        return new MortalStore(store, Moves.IN_ONE_STEP, Fate.DIES, Integer.MAX_VALUE);
    }

    /** Whether the failure came. */
    boolean hasFailed() {
        return steps > lastStep;
    }

    private boolean failsNow() {
        steps++;
        return steps == lastStep + 1 || hasFailed() && fate == Fate.DIES;
    }

    private void step() {
        if (failsNow()) {
            throw new OutputException("No space left on device");
        }
    }

    private void live() {
        if (hasFailed() && fate == Fate.DIES) {
            throw new OutputException("a dead run does nothing");
        }
    }

    @Override
    public void createFolders(String folder) {
        step();
        store.createFolders(folder);
    }

    @Override
    public void move(String from, String to) {
        List<String> files = store.files(from);
        if (moves == Moves.IN_ONE_STEP) {
            step();
            store.move(from, to);
        } else if (store.folders(from).isEmpty() && files.isEmpty()) {
            moveFile(from, to);
        } else {
            store.folders(from).forEach(folder -> move(from + "/" + folder, to + "/" + folder));
            // The first file is gone from its old place before the last one is at its new.
            for (int i = 0; i < files.size(); i++) {
                copy(from + "/" + files.get(i), to + "/" + files.get(i));
                if (i > 0) {
                    removeFile(from + "/" + files.get(i - 1));
                }
            }
            if (!files.isEmpty()) {
                removeFile(from + "/" + files.get(files.size() - 1));
            }
            store.delete(from);
        }
    }

    private void moveFile(String from, String to) {
        copy(from, to);
        removeFile(from);
    }

    private void copy(String from, String to) {
        step();
        store.write(to, store.read(from).orElseThrow());
    }

    private void removeFile(String path) {
        step();
        store.delete(path);
    }

    @Override
    public void setAside(String folder, String aside) {
        if (moves == Moves.IN_ONE_STEP) {
            step();
            store.setAside(folder, aside);
        } else {
            delete(folder);
        }
    }

    @Override
    public void delete(String path) {
        store.folders(path).forEach(folder -> delete(path + "/" + folder));
        store.files(path).forEach(file -> removeFile(path + "/" + file));
        step();
        store.delete(path);
    }

    @Override
    public void write(String path, String text) {
        if (failsNow()) {
            store.write(path, text.substring(0, text.length() / 2));
            throw new OutputException("No space left on device");
        }
        store.write(path, text);
    }

    /** A step, but no real one: the disk's own slowness tells nothing here. */
    @Override
    public void sync(String path) {
        step();
    }

    @Override
    public boolean exists(String path) {
        live();
        return store.exists(path);
    }

    @Override
    public List<String> files(String folder) {
        live();
        return store.files(folder);
    }

    @Override
    public List<String> folders(String folder) {
        live();
        return store.folders(folder);
    }

    @Override
    public List<String> ownFolders(String folder) {
        live();
        return store.ownFolders(folder);
    }

    @Override
    public long bytes(String folder) {
        live();
        return store.bytes(folder);
    }

    @Override
    public Optional<String> read(String path) {
        live();
        return store.read(path);
    }

    @Override
    public void checkReplaceable(String path) {
        live();
        store.checkReplaceable(path);
    }

    @Override
    public Lock lock(String owner) {
        step();
        return store.lock(owner);
    }

    @Override
    public String location() {
        return store.location();
    }

    @Override
    public String child(String path) {
        return store.child(path);
    }
}
