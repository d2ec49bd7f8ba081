package vn.lienthong.hub.live;

/** Says what a node that starts runs by. */
@FunctionalInterface
public interface Beginning {
    /**
     * @param live reads editions; nothing is live yet
     * @throws Unsound when there is none that it could run by
     */
    Running begin(Live live);
}
