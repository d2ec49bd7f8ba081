package vn.lienthong.hub.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a package from its first byte to its last and packs it again on the way: whatever {@link ZipForm} would have
 * written otherwise is a fault. Memory holds a line per file and the few files that the verification needs.
 */
final class Unpacking {
    private static final Set<String> KEPT = Set.of(Manifest.NAME, Manifest.SIGNATURE, Manifest.KEY);
    private static final int LARGEST_KEPT = 64 << 20;
    private static final int LONGEST_NAME = 200;
    private static final int CRC_AT = 14;
    private static final int LENGTH_AT = 18;
    private static final int NAME_LENGTH_AT = 26;

    private final Tape tape;
    private final List<ZipForm.File> files = new ArrayList<>();
    private final List<Manifest.Line> lines = new ArrayList<>();
    private final Map<String, byte[]> kept = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    Unpacking(InputStream in, long size) {
        this.tape = new Tape(in, size);
    }

    /** The files found, in their order. */
    List<Manifest.Line> lines() {
        return lines;
    }

    byte @Nullable [] kept(String name) {
        return kept.get(name);
    }

    /** Everything that is not as it would be packed. */
    List<String> run() throws IOException {
        try {
            var magic = tape.read(Integer.BYTES);
            while (little(magic).getInt(0) == ZipForm.LOCAL) {
                file(magic);
                magic = tape.read(Integer.BYTES);
            }
            directory(magic);
            if (!tape.isAtEnd()) {
                faults.add("Có byte thừa sau chỗ kết thúc của gói, từ byte thứ %d.".formatted(tape.at() + 1));
            }
        } catch (EOFException e) {
            faults.add("Gói bị cắt ngắn hoặc hỏng: dữ liệu hết ở byte thứ %d.".formatted(tape.at()));
        } catch (Broken e) {
            faults.add("Cấu trúc gói hỏng ở gần byte thứ %d.".formatted(tape.at()));
        }
        return faults;
    }

    private void file(byte[] magic) throws IOException {
        long begins = tape.at() - magic.length;
        var header = Tape.concat(magic, tape.read(ZipForm.LOCAL_LENGTH - magic.length));
        long length = Integer.toUnsignedLong(little(header).getInt(LENGTH_AT));
        int nameLength = Short.toUnsignedInt(little(header).getShort(NAME_LENGTH_AT));
        if (nameLength > LONGEST_NAME || nameLength + length > tape.left()) {
            throw new Broken();
        }
        var nameBytes = tape.read(nameLength);
        var name = new String(nameBytes, StandardCharsets.US_ASCII);
        var content = content(name, length);
        long crc = Integer.toUnsignedLong(little(header).getInt(CRC_AT));
        if (crc != content.crc()) {
            faults.add("Nội dung tệp %s (byte thứ %d đến %d) khác mã kiểm CRC-32 của nó."
                    .formatted(printable(name), tape.at() - length + 1, tape.at()));
        }
        var file = new ZipForm.File(name, length, crc, begins);
        compare(ZipForm.local(file), Tape.concat(header, nameBytes), begins, "đầu mục của tệp " + printable(name));
        files.add(file);
        lines.add(new Manifest.Line(name, length, content.sha256()));
    }

    private Tape.Content content(String name, long length) throws IOException {
        var keep = KEPT.contains(name) && length <= LARGEST_KEPT;
        var content = tape.content(length, keep);
        if (keep) {
            kept.put(name, content.kept());
        }
        return content;
    }

    /** @param magic its first bytes, which told that no file follows */
    private void directory(byte[] magic) throws IOException {
        long begins = tape.at() - magic.length;
        var ahead = magic;
        for (var file : files) {
            compareNext(ZipForm.central(file), ahead, "mục lục của tệp " + printable(file.name()));
            ahead = new byte[0];
        }
        long length = tape.at() - ahead.length - begins;
        compareNext(ZipForm.end(files.size(), begins, length), ahead, "phần kết thúc của gói");
    }

    private void compareNext(byte[] expected, byte[] ahead, String what) throws IOException {
        long begins = tape.at() - ahead.length;
        compare(expected, Tape.concat(ahead, tape.read(expected.length - ahead.length)), begins, what);
    }

    private void compare(byte[] expected, byte[] found, long begins, String what) {
        int differs = Arrays.mismatch(expected, found);
        if (differs >= 0) {
            faults.add("Byte thứ %d (%s) khác bản đóng gói chuẩn.".formatted(begins + differs + 1, what));
        }
    }

    private static String printable(String name) {
        return name.replaceAll("[^A-Za-z0-9./_-]", "?");
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static final class Broken extends IOException {}
}
