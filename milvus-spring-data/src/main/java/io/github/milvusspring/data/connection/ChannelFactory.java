package io.github.milvusspring.data.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.milvus.shaded.io.grpc.ChannelCredentials;
import io.milvus.shaded.io.grpc.ClientInterceptor;
import io.milvus.shaded.io.grpc.InsecureChannelCredentials;
import io.milvus.shaded.io.grpc.ManagedChannel;
import io.milvus.shaded.io.grpc.Metadata;
import io.milvus.shaded.io.grpc.TlsChannelCredentials;
import io.milvus.shaded.io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.milvus.shaded.io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.milvus.shaded.io.grpc.stub.MetadataUtils;
import org.jspecify.annotations.Nullable;

/**
 * Builds the gRPC channel that carries all calls of a connection.
 */
final class ChannelFactory {

	// The minimum that gRPC allows.
	private static final Duration KEEP_ALIVE_TIME = Duration.ofSeconds(10);

	private static final Duration KEEP_ALIVE_TIMEOUT = Duration.ofSeconds(5);

	private static final Duration LITE_KEEP_ALIVE_TIME = Duration.ofSeconds(330);

	private static final Duration LITE_KEEP_ALIVE_TIMEOUT = Duration.ofSeconds(20);

	private static final Metadata.Key<String> AUTHORIZATION = Metadata.Key.of("authorization",
			Metadata.ASCII_STRING_MARSHALLER);

	private static final Metadata.Key<String> DATABASE = Metadata.Key.of("dbname", Metadata.ASCII_STRING_MARSHALLER);

	private ChannelFactory() {
	}

	static ManagedChannel open(ConnectionSettings settings) {
		Duration keepAliveTime = orElse(settings.keepAliveTime(), KEEP_ALIVE_TIME);
		Duration keepAliveTimeout = orElse(settings.keepAliveTimeout(), KEEP_ALIVE_TIMEOUT);
		return NettyChannelBuilder
			.forAddress(settings.host(), settings.port(),
					settings.secure() ? tls(settings) : InsecureChannelCredentials.create())
			.withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS,
					(int) Math.min(Integer.MAX_VALUE, Math.max(1, settings.connectTimeout().toMillis())))
			.maxInboundMessageSize(Integer.MAX_VALUE)
			.keepAliveTime(keepAliveTime.toNanos(), TimeUnit.NANOSECONDS)
			.keepAliveTimeout(keepAliveTimeout.toNanos(), TimeUnit.NANOSECONDS)
			.keepAliveWithoutCalls(false)
			.disableRetry()
			.intercept(interceptors(settings))
			.build();
	}

	/**
	 * Returns the settings for a server that turns out to be Milvus Lite. A Milvus Lite
	 * server that was started by somebody else closes a connection that is checked more
	 * often than every five minutes.
	 */
	static ConnectionSettings forLite(ConnectionSettings settings) {
		return settings.withKeepAlive(orElse(settings.keepAliveTime(), LITE_KEEP_ALIVE_TIME),
				orElse(settings.keepAliveTimeout(), LITE_KEEP_ALIVE_TIMEOUT));
	}

	private static Duration orElse(@Nullable Duration chosen, Duration usual) {
		return (chosen != null) ? chosen : usual;
	}

	private static ChannelCredentials tls(ConnectionSettings settings) {
		TlsChannelCredentials.Builder tls = TlsChannelCredentials.newBuilder();
		if (settings.keys() != null) {
			tls.keyManager(settings.keys().getKeyManagers());
		}
		if (settings.trust() != null) {
			tls.trustManager(settings.trust().getTrustManagers());
		}
		return tls.build();
	}

	private static List<ClientInterceptor> interceptors(ConnectionSettings settings) {
		List<ClientInterceptor> interceptors = new ArrayList<>();
		Metadata headers = new Metadata();
		if (settings.credentials() != null) {
			headers.put(AUTHORIZATION,
					Base64.getEncoder().encodeToString(settings.credentials().getBytes(StandardCharsets.UTF_8)));
		}
		if (settings.database() != null) {
			headers.put(DATABASE, settings.database());
		}
		interceptors.add(MetadataUtils.newAttachHeadersInterceptor(headers));
		if (settings.timeout() != null) {
			interceptors.add(new DeadlineInterceptor(settings.timeout()));
		}
		return interceptors;
	}

}
