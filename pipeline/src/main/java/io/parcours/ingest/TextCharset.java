package io.parcours.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/** The charset of CSV files: how lines of bytes become text, and where that fails. */
final class TextCharset {
    private final Charset charset;
    private final boolean areLinesBytes;

    private TextCharset(Charset charset) {
        this.charset = charset;
        String name = charset.name().toLowerCase(Locale.ROOT);
        this.areLinesBytes = charset == StandardCharsets.UTF_8
                || charset == StandardCharsets.US_ASCII
                || name.startsWith("iso-8859")
                || name.startsWith("windows-125");
    }

    static TextCharset of(String name) {
        try {
            return new TextCharset(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new InputException("csv: charset: " + name + " is not a charset Java knows; UTF-8 is the default");
        }
    }

    /** Whether line feeds, quotes and delimiters of ASCII are single bytes of their own, so that bytes can be searched. */
    boolean areLinesBytes() {
        return areLinesBytes;
    }

    /** The stream to cut into lines: itself where lines are bytes, else brought into UTF-8, faults as NUL. */
    InputStream lines(InputStream in) {
        return areLinesBytes ? in : new Transcoded(in, charset);
    }

    /** The text of bytes of {@link #lines}; what is no text of the charset becomes U+FFFD. */
    String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, areLinesBytes ? charset : StandardCharsets.UTF_8);
    }

    /** What is wrong with a text that came of these bytes, or null. */
    String problem(String text, byte[] bytes, int from, int to) {
        if (text.indexOf('\uFFFD') >= 0 && !isDecodable(bytes, from, to)) {
            return "it has bytes that are not " + charset.name();
        }
        if (text.indexOf('\0') >= 0) {
            return "it has NUL characters, or bytes that are not " + charset.name();
        }
        return null;
    }

    private boolean isDecodable(byte[] bytes, int from, int to) {
        try {
            (areLinesBytes ? charset : StandardCharsets.UTF_8)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException fault) {
            return false;
        }
    }

    /** Text of any charset as a stream of UTF-8. */
    private static final class Transcoded extends InputStream {
        private final Reader reader;
        private final char[] chars = new char[1 << 13];
        private int held;
        private byte[] bytes = new byte[0];
        private int at;

        Transcoded(InputStream in, Charset charset) {
            this.reader = new InputStreamReader(
                    in,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE)
                            .replaceWith("\0"));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            while (at == bytes.length) {
                if (!next()) {
                    return -1;
                }
            }
            int count = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, target, offset, count);
            at += count;
            return count;
        }

        /** Encodes the next characters; the half of a pair at the end waits for its other half. */
        private boolean next() throws IOException {
            int count = reader.read(chars, held, chars.length - held);
            if (count < 0 && held == 0) {
                return false;
            }
            int all = held + Math.max(0, count);
            boolean isHalf = count >= 0 && Character.isHighSurrogate(chars[all - 1]);
            int now = isHalf ? all - 1 : all;
            bytes = new String(chars, 0, now).getBytes(StandardCharsets.UTF_8);
            at = 0;
            held = all - now;
            if (isHalf) {
                chars[0] = chars[all - 1];
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
