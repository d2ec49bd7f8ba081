package vn.lienthong.hub.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The one form in which a package is written: the bytes between the files, as a function of name, length and checksum of
 * the files and of nothing else. Nothing is compressed, no time, system or comment is told, so that equal contents give
 * equal bytes and there is no byte of which nobody knows what it should be (APPNOTE.TXT 6.3, sections 4.3.7 to 4.3.16).
 */
final class ZipForm {
    static final int LOCAL_LENGTH = 30;
    static final int LOCAL = 0x04034b50;

    /** Counts are two bytes, places four; beyond that the form would need ZIP64. */
    static final int MOST_FILES = 0xFFFE;

    static final long LARGEST = 0xFFFF_FFFEL;

    private static final int CENTRAL_LENGTH = 46;
    private static final int CENTRAL = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int END = 0x06054b50;
    private static final short VERSION = 10;
    private static final short STORED = 0;
    /** Midnight of 1 January 1980, where the format's own calendar begins. */
    private static final short TIME = 0;

    private static final short DATE = 0x21;

    private ZipForm() {}

    /**
     * A file in a package.
     *
     * @param crc CRC-32 of its bytes
     * @param at where its header begins
     */
    record File(String name, long length, long crc, long at) {
        byte[] nameBytes() {
            return name.getBytes(StandardCharsets.US_ASCII);
        }

        /** Where the next header begins. */
        long end() {
            return at + LOCAL_LENGTH + nameBytes().length + length;
        }
    }

    /** What stands before the bytes of a file. */
    static byte[] local(File file) {
        var name = file.nameBytes();
        var bytes = little(LOCAL_LENGTH + name.length).putInt(LOCAL);
        return description(bytes, file, name).put(name).array();
    }

    /** What stands for the file in the directory at the end. */
    static byte[] central(File file) {
        var name = file.nameBytes();
        var bytes = little(CENTRAL_LENGTH + name.length).putInt(CENTRAL).putShort(VERSION);
        return description(bytes, file, name)
                .putShort((short) 0) // comment
                .putShort((short) 0) // disk
                .putShort((short) 0) // internal attributes
                .putInt(0) // external attributes
                .putInt((int) file.at)
                .put(name)
                .array();
    }

    private static ByteBuffer description(ByteBuffer bytes, File file, byte[] name) {
        return bytes.putShort(VERSION)
                .putShort((short) 0) // flags: names are ASCII
                .putShort(STORED)
                .putShort(TIME)
                .putShort(DATE)
                .putInt((int) file.crc)
                .putInt((int) file.length)
                .putInt((int) file.length)
                .putShort((short) name.length)
                .putShort((short) 0); // extra
    }

    /** What ends a package. */
    static byte[] end(int files, long directoryAt, long directoryLength) {
        return little(END_LENGTH)
                .putInt(END)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) files)
                .putShort((short) files)
                .putInt((int) directoryLength)
                .putInt((int) directoryAt)
                .putShort((short) 0)
                .array();
    }

    static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
