package vn.lienthong.hub.delivery;

import java.util.List;

/** Every system with what waits for it. */
public interface Systems {
    List<SystemState> all();
}
