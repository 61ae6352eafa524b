package io.github.milvusspring.autoconfigure;

import java.time.Duration;

import io.github.milvusspring.data.connection.CallRecording;
import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusCallObservationConvention;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.micrometer.observation.ObservationRegistry;
import io.milvus.v2.client.MilvusClientV2;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configures the connection to Milvus: to the server of the properties or of a
 * {@link MilvusConnectionDetails} bean, or to a Milvus Lite that it starts.
 */
@AutoConfiguration(after = SslAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass({ MilvusConnection.class, MilvusClientV2.class })
@ConditionalOnBooleanProperty(name = "milvus.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MilvusProperties.class)
@Import(MilvusLiteConfiguration.class)
public final class MilvusAutoConfiguration {

	// At DEBUG this logger writes every HTTP/2 header, which includes the password.
	private static final String FRAME_LOGGER = "io.milvus.shaded.io.grpc.netty.shaded.io.grpc.netty.NettyClientHandler";

	@Bean
	@ConditionalOnMissingBean({ MilvusConnectionDetails.class, MilvusConnection.class })
	PropertiesMilvusConnectionDetails milvusConnectionDetails(MilvusProperties properties,
			ObjectProvider<SslBundles> sslBundles) {
		return new PropertiesMilvusConnectionDetails(properties, sslBundles.getIfAvailable());
	}

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	MilvusConnection milvusConnection(MilvusConnectionDetails details, MilvusProperties properties,
			ObjectProvider<LoggingSystem> logging, ObjectProvider<ObservationRegistry> observations,
			ObjectProvider<MilvusCallObservationConvention> conventions) {
		logging.ifAvailable((system) -> system.setLogLevel(FRAME_LOGGER, LogLevel.WARN));
		CallRecording recording = new CallRecording(observations.getIfUnique(() -> ObservationRegistry.NOOP),
				conventions.getIfAvailable(), properties.slowCallThreshold());
		return MilvusConnection.open(settings(details, properties), recording);
	}

	// Closing the client would close the connection that all other beans share.
	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	MilvusClientV2 milvusClientV2(MilvusConnection connection) {
		return connection.client();
	}

	// A Milvus Lite that this library has not started closes
	// connections with frequent keep-alive pings, so the shorter
	// default applies only to a Milvus Lite started here.
	private static @Nullable Duration keepAlive(MilvusConnectionDetails details, @Nullable Duration asked,
			Duration ofOwnLite) {
		return (asked == null && details instanceof MilvusLiteConnectionDetails) ? ofOwnLite : asked;
	}

	private static ConnectionSettings settings(MilvusConnectionDetails details, MilvusProperties properties) {
		ConnectionSettings settings = ConnectionSettings.of(details.getUri())
			.withTimeouts(properties.connectTimeout(), properties.timeout())
			.withKeepAlive(keepAlive(details, properties.keepAliveTime(), Duration.ofSeconds(10)),
					keepAlive(details, properties.keepAliveTimeout(), Duration.ofSeconds(5)));
		if (details.getCredentials() != null) {
			settings = settings.withCredentials(details.getCredentials());
		}
		if (details.getDatabase() != null) {
			settings = settings.withDatabase(details.getDatabase());
		}
		SslBundle bundle = details.getSslBundle();
		return (bundle != null) ? settings.withTls(bundle.getManagers().getKeyManagerFactory(),
				bundle.getManagers().getTrustManagerFactory()) : settings;
	}

}
