package vn.lienthong.hub.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Asks a ClamAV daemon (clamd(8), INSTREAM): pieces with their length before them, none at the end, then one line. Only
 * {@code OK} is clean, only {@code FOUND} is harmful; anything else says nothing about the file.
 */
final class ClamAv implements Scanner {
    private static final int CONNECT = 5_000;
    private static final int PIECE = 1 << 16;
    private static final int LONGEST_REPLY = 1024;

    private final InetSocketAddress address;
    private final int patience;

    /** @param address {@code host:port} */
    ClamAv(String address, Duration patience) {
        var colon = address.lastIndexOf(':');
        this.address = InetSocketAddress.createUnresolved(
                address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        this.patience = Math.toIntExact(patience.toMillis());
    }

    @Override
    public boolean isClean(InputStream bytes) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT);
            socket.setSoTimeout(patience);
            send(bytes, new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE)));
            return verdict(new String(socket.getInputStream().readNBytes(LONGEST_REPLY), US_ASCII).strip());
        }
    }

    private static void send(InputStream bytes, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(US_ASCII));
        var piece = new byte[PIECE];
        for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
            out.writeInt(read);
            out.write(piece, 0, read);
        }
        out.writeInt(0);
        out.flush();
    }

    private static boolean verdict(String reply) throws IOException {
        var said = reply.replace("\0", "");
        if (said.endsWith(" OK")) {
            return true;
        }
        if (said.endsWith(" FOUND")) {
            return false;
        }
        throw new IOException("the scanner did not judge");
    }
}
