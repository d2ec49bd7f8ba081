package vn.lienthong.hub.live;

import org.springframework.context.annotation.ComponentScan;

/** What reads the folder of an installation where a test needs no more of the hub. */
@ComponentScan
public final class FolderAlone {}
