package vn.lienthong.hub.delivery;

import java.util.List;

/** The duties to make systems know entries. */
public interface Deliveries {
    /** One leg per system that must know the dossier. */
    List<Leg> legs(String dossier);
}
