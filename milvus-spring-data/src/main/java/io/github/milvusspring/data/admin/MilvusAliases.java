package io.github.milvusspring.data.admin;

import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.model.MilvusNames;
import io.github.milvusspring.data.wire.AliasRequests;
import io.github.milvusspring.data.wire.CollectionRequests;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/**
 * Administers aliases. An alias is a second name of a collection, and can be pointed at
 * another collection in one step.
 */
public final class MilvusAliases {

	private final AdministrationCalls calls;

	MilvusAliases(AdministrationCalls calls) {
		this.calls = calls;
	}

	/**
	 * Creates an alias: Milvus's {@code CreateAlias}.
	 * @param alias the new alias, which must not be the name of a collection
	 * @param collection the collection that it stands for
	 * @throws DataAccessException when the server refuses
	 */
	public void create(String alias, String collection) {
		this.calls.callThatChangesNames(AliasRequests.create(this.calls.database(), MilvusNames.require("alias", alias),
				MilvusNames.require("collection", collection)));
	}

	/**
	 * Points an alias at another collection, for all clients at the same moment: Milvus's
	 * {@code AlterAlias}.
	 * @param alias the alias
	 * @param collection the collection that it stands for from now on
	 * @throws DataAccessException when the server refuses
	 */
	public void alter(String alias, String collection) {
		this.calls.callThatChangesNames(AliasRequests.alter(this.calls.database(), MilvusNames.require("alias", alias),
				MilvusNames.require("collection", collection)));
	}

	/**
	 * Drops an alias but not the collection that it stands for: Milvus's
	 * {@code DropAlias}.
	 * @param alias the alias
	 * @throws DataAccessException when the server refuses
	 */
	public void drop(String alias) {
		this.calls.callThatChangesNames(AliasRequests.drop(this.calls.database(), MilvusNames.require("alias", alias)));
	}

	/**
	 * Returns the aliases of a collection: Milvus's {@code ListAliases}.
	 * @param collection the name of the collection
	 * @return its aliases
	 * @throws DataAccessException when the server refuses
	 */
	public List<String> of(String collection) {
		return this.calls
			.call(AliasRequests.list(this.calls.database(), MilvusNames.require("collection", collection)));
	}

	/**
	 * Returns all aliases of the database: Milvus's {@code ListAliases} for each
	 * collection.
	 * @return the aliases
	 * @throws DataAccessException when the server refuses
	 */
	public List<String> names() {
		List<String> aliases = new ArrayList<>();
		this.calls.call(CollectionRequests.list()).forEach((collection) -> aliases.addAll(of(collection)));
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
		return names().contains(alias) ? this.calls.call(AliasRequests.describe(this.calls.database(), alias)) : null;
	}

}
