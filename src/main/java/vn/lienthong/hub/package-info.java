/** Liên Thông Hub: a dossier goes in once and reaches every system that must know. */
@NullMarked
package vn.lienthong.hub;

import org.jspecify.annotations.NullMarked;
