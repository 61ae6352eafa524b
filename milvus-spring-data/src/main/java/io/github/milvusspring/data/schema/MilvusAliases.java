package io.github.milvusspring.data.schema;

import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.mapping.MilvusNames;
import io.milvus.v2.service.utility.request.AlterAliasReq;
import io.milvus.v2.service.utility.request.CreateAliasReq;
import io.milvus.v2.service.utility.request.DescribeAliasReq;
import io.milvus.v2.service.utility.request.DropAliasReq;
import io.milvus.v2.service.utility.request.ListAliasesReq;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/**
 * Administers aliases: other names of collections, which can be pointed elsewhere in one
 * step.
 */
public final class MilvusAliases {

	private final AdministrationCalls calls;

	// Milvus 2.3 does not look for the database in the headers of these calls.
	MilvusAliases(AdministrationCalls calls) {
		this.calls = calls;
	}

	/**
	 * Creates an alias: Milvus's {@code CreateAlias}.
	 * @param alias the new alias, not the name of a collection
	 * @param collection the collection that it stands for
	 * @throws DataAccessException when the server refuses
	 */
	public void create(String alias, String collection) {
		this.calls.change("CreateAlias", collection,
				(client) -> client.createAlias(CreateAliasReq.builder()
					.databaseName(client.currentUsedDatabase())
					.alias(MilvusNames.require("alias", alias))
					.collectionName(MilvusNames.require("collection", collection))
					.build()));
	}

	/**
	 * Points an alias at another collection, for all clients at once: Milvus's
	 * {@code AlterAlias}.
	 * @param alias the alias
	 * @param collection the collection that it stands for from now on
	 * @throws DataAccessException when the server refuses
	 */
	public void alter(String alias, String collection) {
		this.calls.change("AlterAlias", collection,
				(client) -> client.alterAlias(AlterAliasReq.builder()
					.databaseName(client.currentUsedDatabase())
					.alias(MilvusNames.require("alias", alias))
					.collectionName(MilvusNames.require("collection", collection))
					.build()));
	}

	/**
	 * Drops an alias, and not what it stands for: Milvus's {@code DropAlias}.
	 * @param alias the alias
	 * @throws DataAccessException when the server refuses
	 */
	public void drop(String alias) {
		this.calls.change("DropAlias", alias,
				(client) -> client.dropAlias(DropAliasReq.builder()
					.databaseName(client.currentUsedDatabase())
					.alias(MilvusNames.require("alias", alias))
					.build()));
	}

	/**
	 * Returns the aliases of a collection: Milvus's {@code ListAliases}.
	 * @param collection the name of the collection
	 * @return its aliases
	 * @throws DataAccessException when the server refuses
	 */
	public List<String> of(String collection) {
		List<String> aliases = this.calls
			.call("ListAliases", collection,
					(client) -> client.listAliases(ListAliasesReq.builder()
						.databaseName(client.currentUsedDatabase())
						.collectionName(MilvusNames.require("collection", collection))
						.build()).getAlias());
		return List.copyOf(aliases);
	}

	/**
	 * Returns all aliases of the database: Milvus's {@code ListAliases}, of each
	 * collection.
	 * @return the aliases
	 * @throws DataAccessException when the server refuses
	 */
	public List<String> names() {
		List<String> aliases = new ArrayList<>();
		this.calls.call("ShowCollections", "", (client) -> client.listCollections().getCollectionNames())
			.forEach((collection) -> aliases.addAll(of(collection)));
		return aliases;
	}

	/**
	 * Finds the collection that an alias stands for: Milvus's {@code DescribeAlias}.
	 * @param alias the alias
	 * @return the name of the collection, {@code null} when there is no such alias
	 * @throws DataAccessException when the server refuses
	 */
	public @Nullable String find(String alias) {
		MilvusNames.require("alias", alias);
		// Describing one that is not there would log an error.
		return names().contains(alias) ? this.calls
			.call("DescribeAlias", alias,
					(client) -> client.describeAlias(
							DescribeAliasReq.builder().databaseName(client.currentUsedDatabase()).alias(alias).build())
						.getCollectionName())
				: null;
	}

}
