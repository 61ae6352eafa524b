package io.github.milvusspring.data.wire;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.milvus.grpc.AlterDatabaseRequest;
import io.milvus.grpc.CreateDatabaseRequest;
import io.milvus.grpc.DescribeDatabaseRequest;
import io.milvus.grpc.DropDatabaseRequest;
import io.milvus.grpc.ListDatabasesRequest;
import io.milvus.grpc.MilvusServiceGrpc;

/**
 * Requests that administer databases.
 */
public final class DatabaseRequests {

	private DatabaseRequests() {
	}

	private static Operation changing(String name, String database) {
		return new Operation(name, "", database, Operation.Effect.CHANGE);
	}

	/** Returns a {@code ListDatabases} request for the names of all databases. */
	public static AdministrationRequest<List<String>> list() {
		return AdministrationRequest.of(Operation.reading("ListDatabases", ""),
				MilvusServiceGrpc.getListDatabasesMethod(), ListDatabasesRequest.getDefaultInstance(),
				(reply) -> ReplyStatus.of(reply.getStatus()), (reply) -> List.copyOf(reply.getDbNamesList()));
	}

	/**
	 * Returns a {@code CreateDatabase} request, with properties by their names in Milvus.
	 */
	public static AdministrationRequest<Boolean> create(String database, Map<String, String> properties) {
		return AdministrationRequest.of(changing("CreateDatabase", database),
				MilvusServiceGrpc.getCreateDatabaseMethod(),
				CreateDatabaseRequest.newBuilder()
					.setDbName(database)
					.addAllProperties(FieldMessages.pairs(properties))
					.build());
	}

	/** Returns a {@code DropDatabase} request. */
	public static AdministrationRequest<Boolean> drop(String database) {
		return AdministrationRequest.of(changing("DropDatabase", database), MilvusServiceGrpc.getDropDatabaseMethod(),
				DropDatabaseRequest.newBuilder().setDbName(database).build());
	}

	/**
	 * Returns a {@code DescribeDatabase} request for the properties, by their names in
	 * Milvus.
	 */
	public static AdministrationRequest<Map<String, String>> describe(String database) {
		return AdministrationRequest.of(new Operation("DescribeDatabase", "", database, Operation.Effect.READ),
				MilvusServiceGrpc.getDescribeDatabaseMethod(),
				DescribeDatabaseRequest.newBuilder().setDbName(database).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()),
				(reply) -> Map.copyOf(FieldMessages.values(reply.getPropertiesList())));
	}

	/**
	 * Returns an {@code AlterDatabase} request, which sets some properties and removes
	 * others.
	 */
	public static AdministrationRequest<Boolean> alter(String database, Map<String, String> properties,
			Collection<String> removed) {
		return AdministrationRequest.of(changing("AlterDatabase", database), MilvusServiceGrpc.getAlterDatabaseMethod(),
				AlterDatabaseRequest.newBuilder()
					.setDbName(database)
					.addAllProperties(FieldMessages.pairs(properties))
					.addAllDeleteKeys(removed)
					.build());
	}

}
