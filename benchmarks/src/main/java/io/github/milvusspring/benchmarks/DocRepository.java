package io.github.milvusspring.benchmarks;

import java.util.List;

import io.github.milvusspring.data.repository.MilvusRepository;

/**
 * A repository with a derived query.
 */
public interface DocRepository extends MilvusRepository<Doc, Long> {

	/**
	 * Finds by title.
	 * @param title the title
	 * @return the rows
	 */
	List<Doc> findFirst10ByTitle(String title);

}
