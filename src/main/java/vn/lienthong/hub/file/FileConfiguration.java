package vn.lienthong.hub.file;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where files are kept and who looks through them, as the installation wants it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileSettings.class)
class FileConfiguration {
    @Bean
    Spool spool(FileSettings settings) {
        return new Spool(
                settings.folder().resolve("incoming"), settings.largest().toBytes());
    }

    /** Arriving and kept files lie in one folder, so that a file is kept by a change of its name. */
    @Bean
    Storage storage(FileSettings settings) {
        var s3 = settings.s3();
        return s3 == null ? new DiskStorage(settings.folder().resolve("kept")) : new S3Storage(s3);
    }

    @Bean
    Scanner scanner(FileSettings settings) {
        var address = settings.scanner();
        return address == null ? Scanner.NONE : new ClamAv(address, settings.scannerPatience());
    }
}
