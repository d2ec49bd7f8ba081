package vn.lienthong.hub.signin;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.security.Caller;

/** A citizen signs in: begun by an upstream system, done in the citizen's browser, fetched by the same system. */
public interface SignIns {
    /** @throws vn.lienthong.hub.problem.Refusal when the way back is not allowed, or nobody can sign in here */
    Begun begin(Wanted wanted, Caller caller);

    /**
     * @param returnTo where the browser is sent afterwards; one of those allowed for the caller
     * @param state what the caller hears again with the code, bound to the browser by the caller
     * @param level of authentication wanted; the lowest when null
     */
    record Wanted(String returnTo, String state, @Nullable String level) {}

    /** @param authorize where the browser is to be sent now */
    record Begun(URI authorize, OffsetDateTime endsAt) {}

    /**
     * The browser comes back from the sign-in server, with a code or an error.
     *
     * @return where it is sent on to: with a code that is good once, or with the code of a problem
     * @throws vn.lienthong.hub.problem.Refusal when nobody knows where it came from
     */
    URI comeBack(String state, @Nullable String code, @Nullable String error);

    /** @throws vn.lienthong.hub.problem.Refusal for a code that is not the caller's, was used, or is too old */
    Assertion fetch(String code, Caller caller);

    record Assertion(String token, Duration lives) {}

    /** The public keys (RFC 7517, JSON) that assertions are verified with. */
    String keys();
}
