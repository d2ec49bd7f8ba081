/** What the hub knows before any dossier arrives: the cards of the systems, and the code lists with the days they hold. */
@NullMarked
package vn.lienthong.hub.catalog;

import org.jspecify.annotations.NullMarked;
