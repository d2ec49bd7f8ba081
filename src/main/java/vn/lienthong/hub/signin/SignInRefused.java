package vn.lienthong.hub.signin;

import vn.lienthong.hub.problem.ProblemCode;

/** Ends a sign-in; the upstream system is told the code. */
final class SignInRefused extends RuntimeException {
    private final ProblemCode code;

    SignInRefused(ProblemCode code) {
        super(code.code(), null, false, false);
        this.code = code;
    }

    ProblemCode code() {
        return code;
    }
}
