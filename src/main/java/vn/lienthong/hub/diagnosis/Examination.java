package vn.lienthong.hub.diagnosis;

import java.util.List;

/** Looks at one thing; what it cannot look at is a finding, too. */
@FunctionalInterface
interface Examination {
    List<Finding> findings();
}
