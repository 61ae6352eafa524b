package io.github.milvusspring.data;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.repository.support.MilvusRepositoryFactory;
import io.github.milvusspring.lite.MilvusLite;
import io.milvus.v2.service.database.request.CreateDatabaseReq;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One Milvus Lite for the whole run, and a database of its own for each test.
 */
public final class MilvusLiteServer implements BeforeEachCallback, AfterEachCallback {

	private static final AtomicInteger DATABASES = new AtomicInteger();

	private static MilvusLite server;

	private MilvusConnection connection;

	private MilvusTemplate template;

	public static synchronized String uri() {
		if (server == null) {
			server = MilvusLite.start();
		}
		return server.uri();
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		String database = "test_" + DATABASES.incrementAndGet();
		try (MilvusConnection administration = MilvusConnection.open(ConnectionSettings.of(uri()))) {
			administration.client().createDatabase(CreateDatabaseReq.builder().databaseName(database).build());
		}
		this.connection = MilvusConnection.open(ConnectionSettings.of(uri()).withDatabase(database));
		this.template = new MilvusTemplate(this.connection, new MilvusConverter(new MilvusMappingContext()));
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.connection.close();
	}

	public MilvusConnection connection() {
		return this.connection;
	}

	public MilvusTemplate template() {
		return this.template;
	}

	public <T> T repository(Class<T> type) {
		return new MilvusRepositoryFactory(this.template).getRepository(type);
	}

}
