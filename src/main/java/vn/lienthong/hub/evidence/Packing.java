package vn.lienthong.hub.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Writes a package as its files come. What is kept of a file once it is written is a line of the manifest and one of the
 * directory.
 */
final class Packing {
    private final OutputStream out;
    private final SigningKey key;
    private final List<ZipForm.File> files = new ArrayList<>();
    private final List<Manifest.Line> lines = new ArrayList<>();
    private long at;

    Packing(OutputStream out, SigningKey key) {
        this.out = out;
        this.key = key;
    }

    void add(String name, byte[] content) throws IOException {
        lines.add(Manifest.Line.of(name, content));
        write(name, content);
    }

    /** Adds the key, the manifest and its signature, and the directory; nothing can be added after that. */
    void seal(OffsetDateTime createdAt) throws IOException {
        add(Manifest.KEY, Keys.ascii(Keys.pem(key.publicKey())));
        var manifest = new Manifest(Keys.id(key.publicKey()), createdAt, lines).bytes();
        write(Manifest.NAME, manifest);
        write(Manifest.SIGNATURE, key.sign(manifest));
        directory();
        out.flush();
    }

    private void write(String name, byte[] content) throws IOException {
        var file = new ZipForm.File(name, content.length, crc(content), at);
        if (files.size() >= ZipForm.MOST_FILES || file.end() > ZipForm.LARGEST) {
            throw new IOException("a package is larger than its form allows");
        }
        out.write(ZipForm.local(file));
        out.write(content);
        files.add(file);
        at = file.end();
    }

    private void directory() throws IOException {
        long length = 0;
        for (var file : files) {
            var line = ZipForm.central(file);
            out.write(line);
            length += line.length;
        }
        out.write(ZipForm.end(files.size(), at, length));
    }

    private static long crc(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }
}
