package vn.lienthong.hub.facade;

import java.net.URI;
import java.time.Duration;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.signin.SignIns;

/** Sign-ins that go well, and what was wanted last. */
final class PlayedSignIns implements SignIns {
    volatile Wanted wanted;
    volatile String cameBack = "";

    @Override
    public Begun begin(Wanted wanted, Caller caller) {
        this.wanted = wanted;
        return new Begun(URI.create("https://sign-in.example.vn/authorize?state=x"), FakeLedger.RECEIVED);
    }

    @Override
    public URI comeBack(String state, String code, String error) {
        cameBack = state + " " + code + " " + error;
        return URI.create("https://upstream.example.vn/back?code=y");
    }

    @Override
    public Assertion fetch(String code, Caller caller) {
        return new Assertion("a.b.c", Duration.ofMinutes(5));
    }

    @Override
    public String keys() {
        return "{\"keys\":[]}";
    }
}
