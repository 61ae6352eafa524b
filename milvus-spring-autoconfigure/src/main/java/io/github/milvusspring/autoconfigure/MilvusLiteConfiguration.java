package io.github.milvusspring.autoconfigure;

import java.nio.file.Path;

import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.lite.MilvusLite;
import io.github.milvusspring.lite.MilvusLiteOptions;
import io.milvus.v2.service.database.request.CreateDatabaseReq;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/**
 * Starts Milvus Lite for an application that configures no server.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(MilvusLite.class)
@ConditionalOnMissingBean({ MilvusConnectionDetails.class, MilvusConnection.class })
@Conditional(OnMilvusLiteCondition.class)
class MilvusLiteConfiguration {

	@Bean
	@ConditionalOnMissingBean
	MilvusLiteOptions milvusLiteOptions(MilvusProperties properties) {
		MilvusProperties.Lite lite = properties.lite();
		Path cacheDirectory = (lite.cacheDirectory() != null) ? lite.cacheDirectory()
				: MilvusLiteOptions.defaults().cacheDirectory();
		// No shutdown hook, because beans may write until the application
		// context is closed; closing the context stops the server.
		return new MilvusLiteOptions(dataDirectory(properties), lite.command(), cacheDirectory, lite.provision(),
				lite.startupTimeout(), lite.shutdownTimeout(), false, lite.memoryTable().toBytes());
	}

	private static @Nullable Path dataDirectory(MilvusProperties properties) {
		Path localPath = MilvusAddress.of(properties.uri()).localPath();
		if (localPath != null) {
			return localPath;
		}
		return properties.lite().ephemeral() ? null : properties.lite().dataDirectory();
	}

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	MilvusLite milvusLite(MilvusLiteOptions options) {
		return MilvusLite.start(options);
	}

	@Bean
	@ConditionalOnMissingBean(MilvusConnectionDetails.class)
	MilvusLiteConnectionDetails milvusLiteConnectionDetails(MilvusLite lite, MilvusProperties properties) {
		if (!StringUtils.hasText(properties.database())) {
			return new MilvusLiteConnectionDetails(lite, null);
		}
		createDatabase(lite, properties.database());
		return new MilvusLiteConnectionDetails(lite, properties.database());
	}

	// On a real server an administrator creates the databases;
	// Milvus Lite starts without the configured one.
	private static void createDatabase(MilvusLite lite, String database) {
		try (MilvusConnection connection = MilvusConnection.open(ConnectionSettings.of(lite.uri()))) {
			if (!connection.client().listDatabases().getDatabaseNames().contains(database)) {
				connection.client().createDatabase(CreateDatabaseReq.builder().databaseName(database).build());
			}
		}
	}

}
