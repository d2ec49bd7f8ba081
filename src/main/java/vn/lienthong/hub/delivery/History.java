package vn.lienthong.hub.delivery;

/**
 * What is known of a delivery before a call.
 *
 * @param attempts burnt so far
 * @param systemDown the call looks whether a system that is down is back: it failing says nothing about the delivery
 */
record History(int attempts, boolean systemDown) {
    int burnt() {
        return systemDown ? attempts : attempts + 1;
    }
}
