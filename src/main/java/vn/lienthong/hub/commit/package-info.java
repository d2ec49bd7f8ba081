/** Many small durable writes share one commit and one statement. */
@NullMarked
package vn.lienthong.hub.commit;

import org.jspecify.annotations.NullMarked;
