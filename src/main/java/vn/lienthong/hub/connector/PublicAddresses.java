package vn.lienthong.hub.connector;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Resolves names to addresses of the open network only. Asked when a connection is made, so that a name that changes its
 * address after it was looked at gains nothing.
 */
public final class PublicAddresses implements DnsResolver {
    /** RFC 6890 and RFC 4193, beside what the platform itself knows as not public. */
    private static final List<IpAddressMatcher> RESERVED = List.of(
            new IpAddressMatcher("0.0.0.0/8"),
            new IpAddressMatcher("100.64.0.0/10"),
            new IpAddressMatcher("192.0.0.0/24"),
            new IpAddressMatcher("198.18.0.0/15"),
            new IpAddressMatcher("240.0.0.0/4"),
            new IpAddressMatcher("fc00::/7"),
            new IpAddressMatcher("64:ff9b::/96"),
            new IpAddressMatcher("2002::/16"));

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        if (Arrays.stream(addresses).anyMatch(PublicAddresses::isInner)) {
            throw new UnknownHostException("not an address of the open network");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return InetAddress.getByName(host).getCanonicalHostName();
    }

    /** Whether it lies in no network that is open to everybody. */
    public static boolean isInner(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || RESERVED.stream().anyMatch(range -> range.matches(address.getHostAddress()));
    }
}
