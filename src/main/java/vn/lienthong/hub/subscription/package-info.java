/** Callers that are told what happens to their dossiers: who they are, what they want, how they know that it is us. */
@NullMarked
package vn.lienthong.hub.subscription;

import org.jspecify.annotations.NullMarked;
