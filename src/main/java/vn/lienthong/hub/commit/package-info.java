/** Many small durable writes share one commit. */
@NullMarked
package vn.lienthong.hub.commit;

import org.jspecify.annotations.NullMarked;
