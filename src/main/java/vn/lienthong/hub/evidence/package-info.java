/** What proves the story of a dossier, in a signed package that can be verified without the hub. */
@NullMarked
package vn.lienthong.hub.evidence;

import org.jspecify.annotations.NullMarked;
