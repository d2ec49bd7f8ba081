/** Until when a dossier must be settled, in the working time of the offices, and by which version of the calendar. */
@NullMarked
package vn.lienthong.hub.deadline;

import org.jspecify.annotations.NullMarked;
