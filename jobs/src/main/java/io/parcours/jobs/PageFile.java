package io.parcours.jobs;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A page on this machine. */
final class PageFile {

    private PageFile() {}

    /** Says at once where a page cannot be written, before it is made. */
    static void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (file.toString().isBlank()) {
            throw new CommandException(ExitCode.USAGE, "--open names the file to write");
        }
        if (Files.isDirectory(file)) {
            throw new CommandException(ExitCode.USAGE, file + " is a folder; --open names the file to write");
        }
        if (!Files.isDirectory(folder)) {
            throw new CommandException(
                    ExitCode.USAGE, "no folder " + folder + " to write " + file.getFileName() + " to");
        }
    }

    /** Writes a page beside its place and moves it there, so that a former one is replaced whole or not at all. */
    static void write(Path file, String page) throws IOException {
        check(file);
        Path folder = file.toAbsolutePath().getParent();
        Path draft = folder.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.writeString(draft, page, StandardOpenOption.CREATE_NEW);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Shows a page in the user's browser; false where there is none. */
    static boolean show(Path file) {
        try {
            if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                return false;
            }
            Desktop.getDesktop().browse(file.toAbsolutePath().toUri());
            return true;
        } catch (IOException | UnsupportedOperationException | LinkageError noDesktop) {
            // A Java without a desktop, or a desktop without a browser.
            return false;
        }
    }
}
