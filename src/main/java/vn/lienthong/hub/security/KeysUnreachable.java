package vn.lienthong.hub.security;

import org.springframework.security.core.AuthenticationException;

/** The sign-in server's keys cannot be read now, so nobody can tell whether the token is good. */
final class KeysUnreachable extends AuthenticationException {
    KeysUnreachable(Throwable cause) {
        super("the keys of the sign-in server cannot be read", cause);
    }
}
