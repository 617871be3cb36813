package io.parcours.jobs;

/** An error as the one line a user reads. */
final class ErrorLine {
    private ErrorLine() {}

    static String of(Throwable error) {
        String message = error.getMessage();
        String line = message == null || message.isBlank() ? error.getClass().getSimpleName() : message;
        return line.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
