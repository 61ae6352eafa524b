package io.github.milvusspring.data.wire;

import java.util.List;

import io.milvus.grpc.AlterAliasRequest;
import io.milvus.grpc.CreateAliasRequest;
import io.milvus.grpc.DescribeAliasRequest;
import io.milvus.grpc.DescribeAliasResponse;
import io.milvus.grpc.DropAliasRequest;
import io.milvus.grpc.ListAliasesRequest;
import io.milvus.grpc.MilvusServiceGrpc;

/**
 * Requests that administer aliases. Each request contains the name of the database,
 * because Milvus 2.3 does not read it from the headers of these calls.
 */
public final class AliasRequests {

	private AliasRequests() {
	}

	/** Returns a {@code CreateAlias} request. */
	public static AdministrationRequest<Boolean> create(String database, String alias, String collection) {
		return AdministrationRequest.of(Operation.changing("CreateAlias", collection),
				MilvusServiceGrpc.getCreateAliasMethod(),
				CreateAliasRequest.newBuilder()
					.setDbName(database)
					.setAlias(alias)
					.setCollectionName(collection)
					.build());
	}

	/**
	 * Returns an {@code AlterAlias} request, which points the alias at another
	 * collection.
	 */
	public static AdministrationRequest<Boolean> alter(String database, String alias, String collection) {
		return AdministrationRequest.of(Operation.changing("AlterAlias", collection),
				MilvusServiceGrpc.getAlterAliasMethod(),
				AlterAliasRequest.newBuilder()
					.setDbName(database)
					.setAlias(alias)
					.setCollectionName(collection)
					.build());
	}

	/** Returns a {@code DropAlias} request. */
	public static AdministrationRequest<Boolean> drop(String database, String alias) {
		return AdministrationRequest.of(Operation.changing("DropAlias", alias), MilvusServiceGrpc.getDropAliasMethod(),
				DropAliasRequest.newBuilder().setDbName(database).setAlias(alias).build());
	}

	/** Returns a {@code ListAliases} request for the aliases of one collection. */
	public static AdministrationRequest<List<String>> list(String database, String collection) {
		return AdministrationRequest.of(Operation.reading("ListAliases", collection),
				MilvusServiceGrpc.getListAliasesMethod(),
				ListAliasesRequest.newBuilder().setDbName(database).setCollectionName(collection).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), (reply) -> List.copyOf(reply.getAliasesList()));
	}

	/**
	 * Returns a {@code DescribeAlias} request for the name of the collection that an
	 * alias stands for.
	 */
	public static AdministrationRequest<String> describe(String database, String alias) {
		return AdministrationRequest.of(Operation.reading("DescribeAlias", alias),
				MilvusServiceGrpc.getDescribeAliasMethod(),
				DescribeAliasRequest.newBuilder().setDbName(database).setAlias(alias).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), DescribeAliasResponse::getCollection);
	}

}
