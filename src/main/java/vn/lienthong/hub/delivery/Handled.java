package vn.lienthong.hub.delivery;

/**
 * A delivery that a person's act has changed.
 *
 * @param tries calls that had been made for it by then
 */
public record Handled(long id, String dossier, String system, DeliveryState was, DeliveryState became, int tries) {}
