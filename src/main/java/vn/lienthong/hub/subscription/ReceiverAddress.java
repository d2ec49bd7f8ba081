package vn.lienthong.hub.subscription;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import vn.lienthong.hub.connector.PublicAddresses;

/**
 * Where a receiver may be: over TLS, in no private network, and with nothing in its address that is a secret or never
 * sent. Names are looked at again with every connection; here only to say early what would never work.
 */
final class ReceiverAddress {
    private ReceiverAddress() {}

    /** @param any whether plain HTTP and private networks are allowed, too */
    static boolean isAllowed(String url, boolean any) {
        try {
            var uri = new URI(url);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null
                    && isScheme(uri, any)
                    && (any || isPublic(uri.getHost()));
        } catch (URISyntaxException | UnknownHostException e) {
            return false;
        }
    }

    private static boolean isScheme(URI uri, boolean any) {
        return "https".equalsIgnoreCase(uri.getScheme()) || any && "http".equalsIgnoreCase(uri.getScheme());
    }

    private static boolean isPublic(String host) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host)).noneMatch(PublicAddresses::isInner);
    }
}
