package vn.lienthong.hub.edition;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether editions are kept in the database; without, the folder is read at start and nothing is applied
 * @param start what a node begins with where its folder is not what is live
 * @param poll how often to look whether another node has put an edition live
 */
@ConfigurationProperties("hub.edition")
record EditionSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("stored") Start start,
        @DefaultValue("1s") Duration poll) {
    enum Start {
        /** What is live in the database; the folder is only spoken of. */
        STORED,
        /** The folder, when it is sound: for development. */
        FOLDER
    }
}
