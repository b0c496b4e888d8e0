import { Button } from '@mantine/core';
import { Component } from 'react';
import { ErrorNotice } from './error-notice.tsx';
import classes from './error-boundary.module.css';

type ErrorBoundaryProps = { readonly children: React.ReactNode };
type ErrorBoundaryState = { readonly error?: unknown; readonly failed: boolean };

/**
 * Keeps a fault of ours in one view from taking the window with it. React offers this to classes
 * only.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { failed: true, error };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div className={classes.problem}>
        <ErrorNotice
          title="This view failed. It is a fault of Sortkey’s, not of yours."
          error={this.state.error}
          action={<Button onClick={() => this.setState({ failed: false })}>Show it again</Button>}
        />
      </div>
    );
  }
}
