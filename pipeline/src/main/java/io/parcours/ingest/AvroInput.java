package io.parcours.ingest;

import java.io.IOException;
import org.apache.avro.file.SeekableInput;
import org.apache.hadoop.fs.FSDataInputStream;

/** A Hadoop file as Avro reads it. */
final class AvroInput implements SeekableInput {
    private final FSDataInputStream in;
    private final long length;

    AvroInput(FSDataInputStream in, long length) {
        this.in = in;
        this.length = length;
    }

    @Override
    public void seek(long position) throws IOException {
        in.seek(position);
    }

    @Override
    public long tell() throws IOException {
        return in.getPos();
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        return in.read(bytes, offset, count);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
