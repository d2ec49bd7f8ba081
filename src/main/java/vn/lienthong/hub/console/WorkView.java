package vn.lienthong.hub.console;

import java.time.InstantSource;
import java.util.List;
import vn.lienthong.hub.json.Times;

/** A list that everybody looks at; its word is the message {@code view.<id>}. */
record WorkView(String id, String query) {
    static List<WorkView> ofEverybody(InstantSource clock) {
        var today = Times.inOffice(clock.instant()).toLocalDate();
        return List.of(
                new WorkView("all", ""),
                new WorkView("mine", "state=REFUSED&state=PARKED"),
                new WorkView("soon", "due=today"),
                new WorkView("unclear", "state=UNCERTAIN"),
                new WorkView("again", "state=PENDING&tried=1"),
                new WorkView("done", "state=DELIVERED&since=" + today));
    }

    public String address() {
        return query.isEmpty() ? WorkController.WORK : WorkController.WORK + "?" + query;
    }
}
