package io.github.milvusspring.data.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.model.MilvusNames;
import io.github.milvusspring.data.wire.CollectionRequests;
import io.github.milvusspring.data.wire.IndexRequests;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * Creates, compares, changes and loads collections so that they match their declarations,
 * as far as the server supports it.
 */
final class CollectionSetup {

	private static final Log LOG = LogFactory.getLog(CollectionAdministration.class);

	private final MilvusConnection connection;

	private final AdministrationCalls calls;

	private final SchemaUpdate update;

	private final IndexBuilds builds;

	CollectionSetup(MilvusConnection connection, AdministrationCalls calls, SchemaOptions options) {
		this.connection = connection;
		this.calls = calls;
		this.update = new SchemaUpdate(calls, options);
		this.builds = new IndexBuilds(calls, options);
	}

	void ensure(CollectionSchema declared, SchemaMode mode) {
		if (mode == SchemaMode.NONE) {
			return;
		}
		CollectionSchema wanted = wanted(declared, LOG::info);
		boolean created = false;
		if (!exists(wanted.name())) {
			if (mode == SchemaMode.VALIDATE) {
				throw new InvalidDataAccessResourceUsageException("Collection '" + wanted.name()
						+ "' does not exist, and milvus.schema.mode=validate creates nothing: create it, or set"
						+ " milvus.schema.mode=create");
			}
			created = createUnlessThere(wanted);
		}
		try {
			finish(wanted, mode);
		}
		catch (DataAccessException ex) {
			throw created ? new UnfinishedCollectionException(wanted.name(), ex) : ex;
		}
	}

	private void finish(CollectionSchema wanted, SchemaMode mode) {
		SchemaPlan plan = compare(wanted);
		// Checks all differences before it creates an index, so that a foreign collection
		// of the same name stays unchanged.
		SchemaPlan forbidden = plan.only((operation) -> (mode == SchemaMode.VALIDATE)
				|| (mode == SchemaMode.CREATE && operation != SchemaOperation.CREATE_INDEX));
		if (!forbidden.isEmpty()) {
			throw new SchemaMismatchException(forbidden);
		}
		if (!plan.only((operation) -> operation != SchemaOperation.CREATE_INDEX).isEmpty()) {
			this.connection.changes().addAll();
		}
		apply(wanted, plan);
		named(wanted.name()).load();
	}

	SchemaPlan plan(CollectionSchema declared) {
		CollectionSchema wanted = wanted(declared, LOG::debug);
		return exists(wanted.name()) ? compare(wanted) : SchemaComparison.missing(wanted, this.connection.server());
	}

	void create(CollectionSchema collection) {
		CollectionSchema wanted = wanted(collection, LOG::info);
		this.calls.call(CollectionRequests.create(wanted));
		try {
			wanted.indexes().forEach((index) -> this.calls.call(IndexRequests.create(wanted.name(), index)));
			this.builds.await(wanted.name(), wanted.indexes());
			named(wanted.name()).load();
		}
		catch (DataAccessException ex) {
			throw new UnfinishedCollectionException(wanted.name(), ex);
		}
	}

	private CollectionSchema wanted(CollectionSchema declared, Consumer<String> log) {
		if (!declared.unknownFields().isEmpty()) {
			throw new InvalidDataAccessApiUsageException(declared.unknownFields().get(0)
					+ ": a collection with it cannot be created, nor compared with another");
		}
		requireNames(declared);
		CollectionSchema indexed = declared.toBuilder().autoIndexes().build();
		List<String> problems = new ArrayList<>();
		for (IndexSchema index : indexed.indexes()) {
			FieldSchema field = indexed.field(index.field());
			String unsuited = (field != null) ? index.unsuited(field) : null;
			if (unsuited != null) {
				problems.add("field '" + index.field() + "' has " + unsuited);
			}
			else if (field == null && !index.field().contains("[")) {
				problems.add("there is no field '" + index.field() + "' for the index '" + index.name() + "'");
			}
		}
		if (!problems.isEmpty()) {
			throw new InvalidDataAccessApiUsageException(
					"Collection '" + declared.name() + "' cannot be indexed:\n  - " + String.join("\n  - ", problems));
		}
		if (this.connection.isLite()) {
			return LiteSchemaAdapter.adapt(indexed, log);
		}
		OlderServers.check(indexed, this.connection.server());
		return indexed;
	}

	// The names of entities are already checked at the start of the application.
	private static void requireNames(CollectionSchema declared) {
		MilvusNames.require("collection", declared.name());
		for (FieldSchema field : declared.fields()) {
			MilvusNames.require("field", field.name());
			field.structFields().forEach((one) -> MilvusNames.require("field", one.name()));
		}
	}

	private SchemaPlan compare(CollectionSchema wanted) {
		return SchemaComparison.compare(wanted, this.calls.describe(wanted.name()), this.connection.server());
	}

	private void apply(CollectionSchema wanted, SchemaPlan plan) {
		this.update.apply(plan, wanted.indexes(), () -> compare(wanted), (name) -> named(name).release());
	}

	// When several instances start at the same time, the server refuses all of their
	// calls but one.
	private boolean createUnlessThere(CollectionSchema collection) {
		try {
			this.calls.call(CollectionRequests.create(collection));
			return true;
		}
		catch (DataAccessException ex) {
			if (!exists(collection.name())) {
				throw ex;
			}
			return false;
		}
	}

	boolean exists(String name) {
		return this.calls.call(CollectionRequests.exists(name));
	}

	private MilvusCollection named(String name) {
		return new MilvusCollection(this.calls, name);
	}

}
