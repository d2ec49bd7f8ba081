package vn.lienthong.hub.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Who asks, and the e-form that they filled in, if the procedure has one. */
record Request(Citizen applicant, @Nullable ObjectNode form) {}
