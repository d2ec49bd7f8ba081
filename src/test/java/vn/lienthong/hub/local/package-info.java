/** The hub on one machine: a real PostgreSQL, a real Kafka broker, played systems and a sign-in server, all in process. */
@NullMarked
package vn.lienthong.hub.local;

import org.jspecify.annotations.NullMarked;
