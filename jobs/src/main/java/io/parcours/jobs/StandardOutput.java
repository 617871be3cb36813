package io.parcours.jobs;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** What a command prints to. Writers keep to themselves that it could not be written; this remembers it. */
final class StandardOutput extends FilterOutputStream {
    private IOException failure;

    StandardOutput(OutputStream out) {
        super(out);
    }

    /** The output of this process. */
    static StandardOutput ofProcess() {
        return new StandardOutput(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    }

    @Override
    public void write(int letter) throws IOException {
        write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException refused) {
            throw remembered(refused);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException refused) {
            throw remembered(refused);
        }
    }

    /** Why something was not written, such as a full disk; nothing where only the reader has gone, as head does. */
    Optional<String> failure() {
        return Optional.ofNullable(failure)
                .map(IOException::getMessage)
                .filter(message -> !message.contains("Broken pipe"));
    }

    private IOException remembered(IOException refused) {
        if (failure == null) {
            failure = refused;
        }
        return refused;
    }
}
