package io.github.milvusspring.data;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.repository.support.MilvusRepositoryFactory;
import io.github.milvusspring.server.FullServerOptions;
import io.github.milvusspring.server.FullServers;
import io.milvus.v2.service.database.request.CreateDatabaseReq;
import io.milvus.v2.service.database.request.DropDatabaseReq;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One complete Milvus server for the whole run, and a database of its own for each test.
 */
public final class MilvusFullServer implements BeforeEachCallback, AfterEachCallback {

	private static final AtomicInteger DATABASES = new AtomicInteger();

	private ConnectionSettings settings;

	private MilvusConnection administration;

	private MilvusConnection connection;

	private MilvusTemplate template;

	private String database;

	@Override
	public void beforeEach(ExtensionContext context) {
		this.settings = ConnectionSettings.of(FullServers.running(context, FullServerOptions.PLAIN).uri())
			.withCredentials(FullServerOptions.ROOT);
		this.database = "test_" + DATABASES.incrementAndGet();
		this.administration = MilvusConnection.open(this.settings);
		this.administration.client().createDatabase(CreateDatabaseReq.builder().databaseName(this.database).build());
		this.connection = MilvusConnection.open(this.settings.withDatabase(this.database));
		this.template = new MilvusTemplate(this.connection, new MilvusConverter(new MilvusMappingContext()));
	}

	@Override
	public void afterEach(ExtensionContext context) {
		if (this.connection != null) {
			this.template.collections().names().forEach((name) -> this.template.collection(name).drop());
			this.connection.close();
			this.administration.client().dropDatabase(DropDatabaseReq.builder().databaseName(this.database).build());
			this.administration.close();
		}
	}

	public ConnectionSettings settings() {
		return this.settings;
	}

	public String database() {
		return this.database;
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
