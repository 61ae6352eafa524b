package io.github.milvusspring.data.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.milvus.shaded.io.grpc.ChannelCredentials;
import io.milvus.shaded.io.grpc.ClientInterceptor;
import io.milvus.shaded.io.grpc.Grpc;
import io.milvus.shaded.io.grpc.InsecureChannelCredentials;
import io.milvus.shaded.io.grpc.ManagedChannel;
import io.milvus.shaded.io.grpc.Metadata;
import io.milvus.shaded.io.grpc.TlsChannelCredentials;
import io.milvus.shaded.io.grpc.stub.MetadataUtils;

/**
 * Builds the one gRPC channel that everything goes over.
 */
final class MilvusChannels {

	private static final Metadata.Key<String> AUTHORIZATION = Metadata.Key.of("authorization",
			Metadata.ASCII_STRING_MARSHALLER);

	private static final Metadata.Key<String> DATABASE = Metadata.Key.of("dbname", Metadata.ASCII_STRING_MARSHALLER);

	private MilvusChannels() {
	}

	static ManagedChannel open(ConnectionSettings settings) {
		return Grpc
			.newChannelBuilderForAddress(settings.host(), settings.port(),
					settings.secure() ? tls(settings) : InsecureChannelCredentials.create())
			.maxInboundMessageSize(Integer.MAX_VALUE)
			.keepAliveTime(settings.keepAliveTime().toMillis(), TimeUnit.MILLISECONDS)
			.keepAliveTimeout(settings.keepAliveTimeout().toMillis(), TimeUnit.MILLISECONDS)
			.keepAliveWithoutCalls(false)
			.disableRetry()
			.intercept(interceptors(settings))
			.build();
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
