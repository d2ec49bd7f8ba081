package vn.lienthong.hub;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.LongSupplier;

/** As many bytes of a PDF as one wants, made on the way; on the way it looks at what a heap holds. */
public final class SteadyStream extends InputStream {
    private static final byte[] HEAD = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

    private final long size;
    private final MessageDigest digest = digest();
    private final Growth growth;
    private long at;

    public SteadyStream(long size) {
        this(size, SteadyStream::live);
    }

    /** @param heap what it holds now, after a collection */
    public SteadyStream(long size, LongSupplier heap) {
        this.size = size;
        this.growth = new Growth(size, heap);
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (at == size) {
            return -1;
        }
        int n = (int) Math.min(length, size - at);
        for (int i = 0; i < n; i++, at++) {
            into[offset + i] = at < HEAD.length ? HEAD[(int) at] : (byte) (at * 31 >> 7);
        }
        digest.update(into, offset, n);
        growth.at(at);
        return n;
    }

    public byte[] sha256() {
        return digest.digest();
    }

    public long heapGrowth() {
        return growth.most;
    }

    /** Of the heap, while so many bytes pass. */
    private static final class Growth {
        private static final int LOOKS = 2;

        private final long every;
        private final LongSupplier heap;
        private final long before;
        private long next;
        private long most;

        Growth(long size, LongSupplier heap) {
            this.every = Math.max(1, size / LOOKS - 1);
            this.heap = heap;
            this.before = heap.getAsLong();
            this.next = every;
        }

        void at(long position) {
            if (position >= next) {
                most = Math.max(most, heap.getAsLong() - before);
                next += every;
            }
        }
    }

    /** Takes what comes and keeps nothing of it. */
    public static final class Reader extends OutputStream {
        private final MessageDigest digest = digest();
        private final Growth growth;
        private long size;

        public Reader(long expected) {
            this(expected, SteadyStream::live);
        }

        public Reader(long expected, LongSupplier heap) {
            this.growth = new Growth(expected, heap);
        }

        @Override
        public void write(int b) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
            size += length;
            growth.at(size);
        }

        public long size() {
            return size;
        }

        public byte[] sha256() {
            return digest.digest();
        }

        public long heapGrowth() {
            return growth.most;
        }
    }
}
