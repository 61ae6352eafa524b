package io.github.milvusspring.data.repository.support;

import java.util.List;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.query.FilterQuery;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.data.domain.Sort;
import org.springframework.data.support.PageableExecutionUtils;

/**
 * Reads pages and slices, in the order in which the server returns rows.
 */
final class Paging {

	private Paging() {
	}

	static void requireUnsorted(Sort sort) {
		if (sort.isSorted()) {
			throw new InvalidDataAccessApiUsageException("Milvus does not sort, and sorting one page of many here would"
					+ " be wrong: leave out the sort (" + sort + "), or sort the complete result");
		}
	}

	static <T, R> Page<R> page(MilvusOperations operations, FilterQuery query, Pageable pageable, Class<T> type,
			Class<R> result) {
		requireUnsorted(pageable.getSort());
		if (pageable.isUnpaged()) {
			return new PageImpl<>(operations.query(query, type, result));
		}
		List<R> content = operations.query(limited(query, pageable, pageable.getPageSize()), type, result);
		return PageableExecutionUtils.getPage(content, pageable,
				() -> operations.count(query.filter(), type, query.options()));
	}

	static <T, R> Slice<R> slice(MilvusOperations operations, FilterQuery query, Pageable pageable, Class<T> type,
			Class<R> result) {
		requireUnsorted(pageable.getSort());
		if (pageable.isUnpaged()) {
			return new SliceImpl<>(operations.query(query, type, result));
		}
		int size = pageable.getPageSize();
		int oneMore = Math.min(size, Integer.MAX_VALUE - 1) + 1;
		List<R> content = operations.query(limited(query, pageable, oneMore), type, result);
		return (content.size() > size) ? new SliceImpl<>(content.subList(0, size), pageable, true)
				: new SliceImpl<>(content, pageable, false);
	}

	private static FilterQuery limited(FilterQuery query, Pageable pageable, int limit) {
		return query.withOffset(pageable.getOffset()).withLimit(limit);
	}

}
