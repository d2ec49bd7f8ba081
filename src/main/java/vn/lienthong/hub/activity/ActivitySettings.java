package vn.lienthong.hub.activity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param beat how often this node says that it runs; after four that did not come it is taken for silent */
@ConfigurationProperties("hub.activity")
record ActivitySettings(@DefaultValue("5s") Duration beat) {}
