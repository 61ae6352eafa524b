package io.github.milvusspring.test.autoconfigure;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.milvusspring.autoconfigure.MilvusProperties;
import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.lite.MilvusLite;
import io.github.milvusspring.lite.MilvusLiteOptions;
import io.milvus.v2.service.database.request.CreateDatabaseReq;
import org.jspecify.annotations.Nullable;

/**
 * Holds the only Milvus Lite of a test run, which ends with the JVM and whose data is
 * then deleted.
 */
final class SharedMilvusLite {

	private static final SharedMilvusLite INSTANCE = new SharedMilvusLite();

	private final AtomicInteger databases = new AtomicInteger();

	private @Nullable MilvusLite server;

	private SharedMilvusLite() {
	}

	static TestDatabase newDatabase(MilvusProperties.Lite properties) {
		MilvusLite server = INSTANCE.server(properties);
		String name = "test_" + INSTANCE.databases.incrementAndGet();
		try (MilvusConnection connection = MilvusConnection.open(ConnectionSettings.of(server.uri()))) {
			connection.client().createDatabase(CreateDatabaseReq.builder().databaseName(name).build());
		}
		return new TestDatabase(server.uri(), name);
	}

	// A test may have killed the server, so it is started again if necessary.
	private synchronized MilvusLite server(MilvusProperties.Lite properties) {
		if (this.server == null || !this.server.isRunning()) {
			this.server = MilvusLite.start(options(properties));
		}
		return this.server;
	}

	private static MilvusLiteOptions options(MilvusProperties.Lite properties) {
		MilvusLiteOptions defaults = MilvusLiteOptions.defaults();
		return new MilvusLiteOptions(null, properties.command(),
				(properties.cacheDirectory() != null) ? properties.cacheDirectory() : defaults.cacheDirectory(),
				properties.provision(), properties.startupTimeout(), properties.shutdownTimeout(), true,
				properties.memoryTable().toBytes());
	}

}
