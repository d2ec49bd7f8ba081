package vn.lienthong.hub.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Keeps files in a store that speaks S3. An object is there whole or not at all. */
final class S3Storage implements Storage, AutoCloseable {
    private final S3Client client;
    private final String bucket;

    S3Storage(FileSettings.S3 settings) {
        this.bucket = settings.bucket();
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .forcePathStyle(settings.pathStyle())
                // checksums in trailers are Amazon's own; other stores do not know them
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (settings.endpoint() != null) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        this.client = builder.build();
    }

    @Override
    public void put(String address, Path file) throws IOException {
        try {
            client.putObject(request -> request.bucket(bucket).key(address), RequestBody.fromFile(file));
        } catch (SdkException e) {
            throw failed(e);
        }
    }

    @Override
    public InputStream open(String address, long from, long length) throws IOException {
        try {
            return length == 0
                    ? InputStream.nullInputStream()
                    : client.getObject(request -> request.bucket(bucket)
                            .key(address)
                            .range("bytes=%d-%d".formatted(from, from + length - 1)));
        } catch (SdkException e) {
            throw failed(e);
        }
    }

    @Override
    public void delete(String address) throws IOException {
        try {
            client.deleteObject(request -> request.bucket(bucket).key(address));
        } catch (SdkException e) {
            throw failed(e);
        }
    }

    private static IOException failed(SdkException e) {
        return new IOException("the store of files failed", e);
    }

    @Override
    public void close() {
        client.close();
    }
}
