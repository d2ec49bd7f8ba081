package vn.lienthong.hub.diagnosis;

import java.util.List;

/** Looks a running hub through. */
public interface Diagnosis {
    /** What is well and what is not, as it is now; asks the database and the broker, and no system. */
    List<Finding> now();
}
